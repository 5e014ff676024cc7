/** `exec` starts the program anew, `attach` takes the one that runs, `core` reads a dump, `dap` lets the IDE start it. */
export type DelveMode = 'exec' | 'attach' | 'core' | 'dap';

export const DELVE_MODES: readonly DelveMode[] = ['exec', 'attach', 'core', 'dap'];

/** How Delve is to be started. */
export interface DelveOptions {
  readonly mode?: DelveMode;
  /** The debuggable binary; by default the one that ran. */
  readonly binary?: string;
  /** Of the process to attach to or to dump; by default that of the listing. 0: not known. */
  readonly pid?: number;
  /** Every interface instead of 127.0.0.1: whoever reaches the port can run code as the user of the debugger. */
  readonly everyInterface: boolean;
  readonly port: number;
  /**
   * `--continue --accept-multiclient`: the program runs on at once. Without, it waits for a client and a `continue`,
   * and whatever depends on it waits as well.
   */
  readonly runOn: boolean;
}

export const DEFAULT_DELVE: DelveOptions = { everyInterface: false, port: 2345, runOn: true };

/** What kept the process running before, and so what must start it again. */
export type Keeper = 'static-pod' | 'systemd' | 'container' | 'process';

export const KEEPERS: readonly Keeper[] = ['static-pod', 'systemd', 'container', 'process'];

/** Where kubernetes' build puts its sources into the binary (`-trimpath`, hack/lib/golang.sh). */
export const KUBERNETES_SOURCES = '/go/src/k8s.io/kubernetes';
