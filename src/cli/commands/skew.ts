import { parseArgs } from 'node:util';
import {
  SKEW_COMPONENTS,
  type Release,
  type Skew,
  releaseName,
  skewWords,
  versionSkew,
} from '../../core/kube/index.ts';
import { type Command, EXIT, WrongUse } from '../command.ts';
import { readReleaseOption } from '../release-option.ts';

/** `kb skew --apiserver VERSION NAME=VERSION …`: whether versions are near enough to one another. */
export const skew: Command = {
  name: 'skew',
  summary: 'whether the versions of components are within the supported skew of kube-apiserver',
  usage: `kb skew [--json] --apiserver VERSION [--apiserver VERSION …] ${SKEW_COMPONENTS[0]}=VERSION …`,
  run(args, { out }) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { json: { type: 'boolean' }, apiserver: { type: 'string', multiple: true } },
      allowPositionals: true,
    });
    const [first, ...others] = (values.apiserver ?? []).map(releaseOf);
    if (!first) throw new WrongUse('expected --apiserver with a version such as 1.20.2');
    if (positionals.length === 0) throw new WrongUse('expected a component with its version: kubelet=1.20.2');
    const found = positionals.map((text) => judge(text, [first, ...others]));
    const servers = [first, ...others].map(releaseName);
    out(
      values.json
        ? `${JSON.stringify({ apiservers: servers, components: found.map(toJson) })}\n`
        : found.map(toText).join(''),
    );
    return Promise.resolve(EXIT.match);
  },
};

interface Judged {
  readonly release: Release;
  readonly skew: Skew;
}

function judge(text: string, servers: readonly [Release, ...Release[]]): Judged {
  const [name, version] = text.split('=', 2);
  const component = SKEW_COMPONENTS.find((one) => one === name);
  if (!component || version === undefined) {
    throw new WrongUse(
      `expected NAME=VERSION with a name of ${SKEW_COMPONENTS.join(', ')}, found \`${text}\``,
    );
  }
  const release = releaseOf(version);
  return { release, skew: versionSkew(component, release, servers) };
}

function releaseOf(text: string): Release {
  const release = readReleaseOption(text);
  if (!release) throw new WrongUse(`expected a version such as 1.20.2, found \`${text}\``);
  return release;
}

const toJson = ({ release, skew: found }: Judged) => ({
  ...found,
  version: releaseName(release),
  words: skewWords(found).en,
});

const toText = ({ release, skew: found }: Judged): string =>
  `${found.component} ${releaseName(release)}: ${skewWords(found).en}\n    ${found.rule.source}\n`;
