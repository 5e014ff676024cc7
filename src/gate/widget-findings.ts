import { DELVE_FINDINGS } from '../core/delve/index.ts';
import { AUDIT_FINDINGS, VISIBILITY_VERDICTS } from '../core/flags/index.ts';
import {
  API_SERVICE_FINDINGS,
  BOARD_FINDINGS,
  HEALTH_CHECK_FINDINGS,
  REGISTRATION_FINDINGS,
  SKEW_VERDICTS,
} from '../core/kube/index.ts';
import { DIAL_FAILURES } from '../core/log/index.ts';
import { LOOPBACK_FINDINGS, RESOLVE_FINDINGS } from '../core/resolve/index.ts';
import type { WidgetName } from './extract.ts';

/**
 * What a widget can find, by the name under which it tells it: that of its folder, and of its element without `fb-`.
 * To add one: the closed list of ids from its domain in core, and `tell('faultbook:findings', …)` in its `element.ts`
 * whenever its result changes, with an empty list when it is cleared. Steps then react to it in `runbook.yaml`.
 */
export const WIDGET_FINDINGS: Readonly<
  Record<string, { readonly component: WidgetName; readonly findings: readonly string[] }>
> = {
  apiservice: { component: 'ApiServiceReader', findings: API_SERVICE_FINDINGS },
  board: { component: 'ReachabilityBoard', findings: BOARD_FINDINGS },
  'dial-errors': { component: 'DialErrors', findings: DIAL_FAILURES },
  dlv: { component: 'DelveRebuilder', findings: DELVE_FINDINGS },
  'health-checks': { component: 'HealthChecks', findings: HEALTH_CHECK_FINDINGS },
  'kubelet-flags': { component: 'KubeletFlags', findings: AUDIT_FINDINGS },
  'log-visibility': { component: 'LogVisibility', findings: VISIBILITY_VERDICTS },
  loopback: { component: 'LoopbackPicker', findings: LOOPBACK_FINDINGS },
  resolver: { component: 'ResolverSimulator', findings: RESOLVE_FINDINGS },
  stack: { component: 'StackReader', findings: REGISTRATION_FINDINGS },
  'version-skew': { component: 'VersionSkew', findings: SKEW_VERDICTS },
};
