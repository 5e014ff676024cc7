/** `30.0 s` */
export const secondsWords = (seconds: number): string => `${(Math.round(seconds * 10) / 10).toFixed(1)} s`;
