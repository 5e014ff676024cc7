import type { Server } from 'node:http';

export function serve(folder: string, wanted: number): Promise<{ server: Server; address: string }>;
