export declare function tryProcessLock(folder: string): number | undefined;
export declare function releaseProcessLock(folder: string): void;
export declare function isRunning(pid: number): boolean;
