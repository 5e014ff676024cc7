import { startKeys } from './keys.ts';
import { defineLanguageSwitch } from './language-switch.ts';
import { defineOffline } from './offline.ts';
import { defineTheme } from './theme.ts';

/** What every page has: theme, language, the offline word, keys. */
defineTheme();
defineLanguageSwitch();
defineOffline();
startKeys();
