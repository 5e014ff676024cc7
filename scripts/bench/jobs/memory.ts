/** Tells the most memory that this process held, in kilobytes, for the table. */
export const tellMemory = (): void => console.error(`maxrss ${process.resourceUsage().maxRSS}`);
