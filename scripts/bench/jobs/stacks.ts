// `node stacks.ts FILE`: reads the stacks of a file and puts their goroutines into buckets of all levels.
import { createStackFeed } from '../../../src/core/match/index.ts';
import { createBucketer } from '../../../src/core/stack/index.ts';
import { tellMemory } from './memory.ts';
import { readChunks } from './read-chunks.ts';

const [file = ''] = process.argv.slice(2);
const feed = createStackFeed();
const bucketer = createBucketer();
const keep = ({ parts }: ReturnType<typeof feed.push>): void => {
  for (const { goroutines } of parts) goroutines.forEach(bucketer.push);
};
for (const { text, bytes } of readChunks(file)) keep(feed.push(text, bytes));
keep(feed.end());
console.log(bucketer.end().levels);
tellMemory();
