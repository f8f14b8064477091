import {
  glossary_group_churn,
  glossary_group_cohorts,
  glossary_group_models,
  glossary_group_orders,
  glossary_group_segments,
  glossary_group_statistics,
  glossary_group_value,
} from '../../text/paraglide/messages';
import type { Group } from './terms';

export const GROUP_NAMES: Record<Group, () => string> = {
  orders: glossary_group_orders,
  value: glossary_group_value,
  churn: glossary_group_churn,
  cohorts: glossary_group_cohorts,
  segments: glossary_group_segments,
  models: glossary_group_models,
  statistics: glossary_group_statistics,
};
