import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Runs git in the clone of a repository of kubernetes below a folder; gives what it prints, nothing where it fails. */
export type Git = (repository: string, ...args: string[]) => string;

/** Clones below a folder, with a work tree or bare, named as the repository, `NAME.git`, or `kubernetes+NAME/repo`. */
export function clonesIn(folder: string): Git {
  const gitDirectory = (repository: string): string => {
    const names = [repository, `${repository}.git`, join(`kubernetes+${repository}`, 'repo')];
    const own = (path: string): string => join(path, '.git');
    const found = names
      .map((name) => join(folder, name))
      .find((path) => existsSync(join(path, 'HEAD')) || existsSync(own(path)));
    if (!found) throw new Error(`no clone of kubernetes/${repository} in ${folder}`);
    return existsSync(own(found)) ? own(found) : found;
  };
  return (repository, ...args) => {
    const options = ['--git-dir', gitDirectory(repository), ...args];
    try {
      return execFileSync('git', options, {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
        maxBuffer: 1 << 28,
      });
    } catch {
      return '';
    }
  };
}
