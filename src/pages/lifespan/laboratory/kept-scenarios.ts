import type { Scenario } from './laboratory.svelte';
import { fieldsOf } from './sheets';

const KEY = 'tenure:scenarios';
const VERSION = 1;

/** Scenarios saved in this browser; those that cannot be read are left out, as are all where storage is blocked. */
export function readScenarios(): Scenario[] {
  try {
    return scenariosIn(localStorage.getItem(KEY));
  } catch {
    return [];
  }
}

/** @returns whether the browser keeps them */
export function keepScenarios(scenarios: readonly Scenario[]): boolean {
  try {
    if (scenarios.length === 0) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify({ version: VERSION, scenarios }));
    return true;
  } catch {
    return false;
  }
}

/** The scenarios in a stored text; anything that is no scenario is left out. */
export function scenariosIn(text: string | null): Scenario[] {
  if (text === null) return [];
  const stored: unknown = parsed(text);
  if (!isRecord(stored) || stored['version'] !== VERSION || !Array.isArray(stored['scenarios']))
    return [];
  return stored['scenarios'].filter(isScenario);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

function isScenario(value: unknown): value is Scenario {
  if (!isRecord(value) || typeof value['name'] !== 'string') return false;
  const changes = value['changes'];
  if (!isRecord(changes)) return false;
  return fieldsOf('scenario').every(([name, field]) => {
    const change = changes[name];
    return (
      field.kind === 'number' &&
      typeof change === 'number' &&
      change >= field.min &&
      change <= field.max
    );
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
