import { type Shell, quote } from '../shell/index.ts';

/** Where the debugger runs, and where the sources are on both sides. */
export interface AttachTarget {
  /** The node as ssh knows it: `root@10.50.8.27`. Empty: this machine. */
  readonly node: string;
  readonly port: number;
  /** The path of the sources inside the binary. */
  readonly remotePath: string;
}

/** The tunnel from a laptop's port to the debugger, which listens on the node's loopback only. */
export const sshTunnel = ({ node, port }: AttachTarget, shell: Shell): string =>
  `ssh -N -L ${port}:127.0.0.1:${port} ${quote(node, shell)}`;

/** An entry for `configurations` of VS Code's `launch.json`: attach through the tunnel. */
export function vsCodeConfiguration(target: AttachTarget, name: string): string {
  return json({ name, type: 'go', request: 'attach', mode: 'remote' }, target, {});
}

/**
 * The entry for a Delve that was started as `dlv dap`: the IDE says what is to be started, so program and arguments stand
 * here (`LaunchConfig` in service/dap/types.go of Delve v1.20.2). Secrets among them are written as they are.
 */
export function vsCodeLaunch(
  target: AttachTarget,
  name: string,
  program: string,
  args: readonly string[],
): string {
  const head = { name, type: 'go', request: 'launch', mode: 'exec', debugAdapter: 'dlv-dap' };
  return json(head, target, { program, args });
}

function json(head: object, target: AttachTarget, more: object): string {
  const configuration = {
    ...head,
    host: '127.0.0.1',
    port: target.port,
    ...more,
    substitutePath: [{ from: '${workspaceFolder}', to: target.remotePath }],
  };
  return JSON.stringify(configuration, null, 2);
}

/** A run configuration of GoLand (`.run/<name>.run.xml`): attach, and leave the program running afterwards. */
export function goLandConfiguration(target: AttachTarget, name: string): string {
  const attributes = [
    'default="false"',
    `name="${escapeXml(name)}"`,
    'type="GoRemoteDebugConfigurationType"',
    'factoryName="Go Remote"',
    'host="127.0.0.1"',
    `port="${target.port}"`,
  ];
  return [
    '<component name="ProjectRunConfigurationManager">',
    `  <configuration ${attributes.join(' ')}>`,
    '    <option name="disconnectOption" value="LEAVE" />',
    '    <disconnect value="LEAVE" />',
    '    <method v="2" />',
    '  </configuration>',
    '</component>',
  ].join('\n');
}

const XML: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

const escapeXml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => XML[character] ?? character);
