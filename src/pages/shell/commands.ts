import { notify } from '../../parts/notify';
import { PAGES } from '../../state/route.svelte';
import type { Tenure } from '../../state/tenure.svelte';
import { type Language, LANGUAGE_NAMES } from '../../text/language.svelte';
import {
  app_export_customers,
  app_export_results,
  app_theme_dark,
  app_theme_light,
  app_theme_system,
  data_sample_donations,
  data_sample_shop,
  data_sample_subscription,
  guidance_keys,
  guidance_palette_exports,
  guidance_palette_help,
  guidance_palette_language,
  guidance_palette_language_to,
  guidance_palette_open_sample,
  guidance_palette_pages,
  guidance_palette_samples,
  guidance_palette_settings,
  guidance_palette_theme,
  guidance_palette_theme_to,
  guidance_redo,
  guidance_reset,
  guidance_undo,
  guidance_was_reset,
  report_export,
  settings_undo,
  storage_project,
} from '../../text/paraglide/messages';
import type { SampleName } from '../../worker/contract/datasets';
import { DEFAULT_SETTINGS } from '../../worker/contract/settings';
import type { Assistance } from './assistance.svelte';
import { openSample } from './open-sample';
import { openSetting } from './open-setting';
import { pageName } from './page-name';
import { PAGE_KEYS } from './quick-keys';
import { canExport, saveExport } from './save-export';
import { saveProject } from './save-project';
import { SETTING_NAMES, type SettingName } from './setting-name';
import { redoSettings, undoSettings } from './undo-settings';

/** One line of the palette. */
export interface Command {
  label: string;
  /** Keys that do the same. */
  keys?: string | undefined;
  disabled?: boolean;
  run: () => void;
}

export interface CommandGroup {
  title: string;
  commands: Command[];
}

const SAMPLES: Record<SampleName, () => string> = {
  shop: data_sample_shop,
  subscription: data_sample_subscription,
  donations: data_sample_donations,
};

/** All that can be gone to or done from anywhere, by kind. */
export function commands(tenure: Tenure, assistance: Assistance): CommandGroup[] {
  return [
    { title: guidance_palette_pages(), commands: pages(tenure) },
    { title: guidance_palette_exports(), commands: exports(tenure) },
    { title: guidance_palette_settings(), commands: settings(tenure) },
    { title: guidance_palette_samples(), commands: samples(tenure) },
    { title: guidance_palette_theme(), commands: themes(tenure) },
    { title: guidance_palette_language(), commands: languages(tenure) },
    {
      title: guidance_palette_help(),
      commands: [{ label: guidance_keys(), keys: '?', run: () => (assistance.open = 'keys') }],
    },
  ];
}

function pages(tenure: Tenure): Command[] {
  return PAGES.map((page) => ({
    label: pageName(page),
    keys: PAGE_KEYS[page] && `g ${PAGE_KEYS[page]}`,
    run: () => tenure.route.go(page),
  }));
}

function exports(tenure: Tenure): Command[] {
  return [
    {
      label: app_export_results(),
      disabled: !canExport(tenure, 'results'),
      run: () => saveExport(tenure, 'results'),
    },
    {
      label: app_export_customers(),
      disabled: !canExport(tenure, 'customers'),
      run: () => saveExport(tenure, 'customers'),
    },
    {
      label: storage_project(),
      disabled: tenure.session.entry === null,
      run: () => saveProject(tenure),
    },
    {
      label: report_export(),
      disabled: tenure.session.entry === null,
      run: () => tenure.route.go('report'),
    },
  ];
}

function settings(tenure: Tenure): Command[] {
  const orders = tenure.session.entry?.kind === 'orders';
  return [
    {
      label: guidance_undo(),
      keys: 'Ctrl Z',
      disabled: !tenure.settings.canUndo,
      run: () => undoSettings(tenure),
    },
    {
      label: guidance_redo(),
      keys: 'Ctrl ⇧ Z',
      disabled: !tenure.settings.canRedo,
      run: () => redoSettings(tenure),
    },
    { label: guidance_reset(), disabled: !orders, run: () => reset(tenure) },
    ...(Object.entries(SETTING_NAMES) as [SettingName, () => string][]).map(([name, label]) => ({
      label: label(),
      disabled: !orders,
      run: () => openSetting(tenure, name),
    })),
  ];
}

/** Puts back what is turned; what the person wrote and drew stays. */
function reset(tenure: Tenure): void {
  const { ownMaps, segmentActions, consent, reportNotes } = tenure.settings.current;
  tenure.settings.change({ ...DEFAULT_SETTINGS, ownMaps, segmentActions, consent, reportNotes });
  notify(guidance_was_reset(), { label: settings_undo(), run: () => undoSettings(tenure) });
}

function samples(tenure: Tenure): Command[] {
  return (Object.entries(SAMPLES) as [SampleName, () => string][]).map(([sample, name]) => ({
    label: guidance_palette_open_sample({ name: name() }),
    disabled: tenure.session.step !== 'choosing' && tenure.session.step !== 'mapping',
    run: () => openSample(tenure, sample),
  }));
}

function themes({ preferences }: Tenure): Command[] {
  const names = { system: app_theme_system, light: app_theme_light, dark: app_theme_dark };
  return (Object.entries(names) as [keyof typeof names, () => string][]).map(([theme, name]) => ({
    label: guidance_palette_theme_to({ name: name() }),
    run: () => (preferences.theme = theme),
  }));
}

function languages({ language }: Tenure): Command[] {
  return (Object.entries(LANGUAGE_NAMES) as [Language, string][]).map(([code, name]) => ({
    label: guidance_palette_language_to({ name }),
    run: () => language.choose(code),
  }));
}
