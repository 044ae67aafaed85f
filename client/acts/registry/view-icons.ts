/** The icons of the views in the middle. */
import { IconChartDots3, IconTable, IconTimeline } from '@tabler/icons-react';

export const VIEW_ICONS = { graph: IconChartDots3, table: IconTable, timeline: IconTimeline } as const;
