/// <reference types="astro/client" />

declare namespace App {
  /** What the parts of a page need to know of the page that they stand on. */
  interface Locals {
    language: import('./core/text/index.ts').Language;
    runbook?: import('./gate/index.ts').Runbook;
  }
}
