/** What messages of all programs are made of: such words tell nothing apart. */
export const COMMON: ReadonlySet<string> = new Set(
  (
    'a an and api are as at attempt be been by can cannot certificate client code com com/ command connect connection ' +
    'container controller could create data deadline desc dial does down error err event exceeded exited exit fail ' +
    'failed failure file for found from get go handle has have host http https if in internal io is it kube ' +
    'kubernetes level line list local log message msg name namespace network no node not object of on or out ' +
    'path pod post reason refused request requested resource resources response retry rpc run running server service ' +
    'set some start started state status stop system tcp that the this time timed timeout to true false type unable ' +
    'unavailable unknown update user v1 version wait waiting warning was watch when while with you your'
  ).split(' '),
);
