/** Prompts in front of a command in documents and terminals, the blank included. */
const PROMPTS = ['$ ', '# ', '% ', '> ', '❯ ', '➜ '];

/** Where the command starts behind a prompt such as `$ `, `[root@node-3 main]# ` or `root@n1:~# `; 0 if there is none. */
export function promptEnd(line: string): number {
  for (const prompt of PROMPTS) if (line.startsWith(prompt)) return prompt.length;
  const user = line.indexOf('@');
  if (user <= 0 || user > 40) return 0;
  const bracketed = line.startsWith('[');
  const end = bracketed ? line.indexOf(']', user) + 1 : hostEnd(line, user);
  const mark = line.slice(end, end + 2);
  return end > 0 && (mark === '# ' || mark === '$ ') ? end + 2 : 0;
}

/** The end of `root@n1:~`, which holds no blank. */
function hostEnd(line: string, from: number): number {
  const blank = line.indexOf(' ', from);
  return blank < 2 || line.lastIndexOf(' ', from) >= 0 ? 0 : blank - 1;
}
