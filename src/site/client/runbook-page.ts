import { defineCommand } from './command.ts';
import { defineStepLink } from './step-link.ts';
import { startStepKeys } from './step-keys.ts';
import { startStepReactions } from './step-reactions.ts';
import { defineVariables } from './variables.ts';

/** What a runbook's page has beside the chrome: commands that can be filled and copied, links, steps by key. */
defineVariables();
defineCommand();
defineStepLink();
startStepKeys();
startStepReactions();
