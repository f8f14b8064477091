import type { Page } from '../../state/route.svelte';
import {
  app_page_customers,
  app_page_data,
  app_page_lifespan,
  app_page_overview,
  app_page_privacy,
  app_page_retention,
  app_page_segments,
  app_page_value,
  glossary_title,
  report_title,
} from '../../text/paraglide/messages';

const NAMES: Record<Page, () => string> = {
  data: app_page_data,
  overview: app_page_overview,
  segments: app_page_segments,
  retention: app_page_retention,
  value: app_page_value,
  lifespan: app_page_lifespan,
  customers: app_page_customers,
  report: report_title,
  glossary: glossary_title,
  privacy: app_page_privacy,
};

export function pageName(page: Page): string {
  return NAMES[page]();
}
