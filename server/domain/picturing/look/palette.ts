/** The colours of both schemes, for the canvas and its contrast test. `tokens.css` holds the same for the page. */

export type Scheme = 'light' | 'dark' | 'light-more' | 'dark-more';
export interface Palette {
  paper: string;
  surface: string;
  sunken: string;
  line: string;
  ink: string;
  second: string;
  muted: string;
  accent: string;
  accentTint: string;
  warning: string;
  warningTint: string;
  danger: string;
  dangerTint: string;
  /** Colour of an edge by rank 0 to 6. */
  standing: readonly [string, string, string, string, string, string, string];
}

export const PALETTES: Readonly<Record<Scheme, Palette>> = {
  light: {
    paper: '#FAF9F6',
    surface: '#FFFFFF',
    sunken: '#F3F1EC',
    line: '#E3DFD6',
    ink: '#1A1D21',
    second: '#4A4F57',
    muted: '#646970',
    accent: '#1D5FA8',
    accentTint: '#E6EFF8',
    warning: '#A8540B',
    warningTint: '#FBEFE2',
    danger: '#A32626',
    dangerTint: '#FAE9E7',
    standing: ['#858A92', '#75859D', '#6480AB', '#4F78B3', '#3A66A6', '#274F8C', '#132F5C'],
  },
  dark: {
    paper: '#121518',
    surface: '#1A1E22',
    sunken: '#15181C',
    line: '#2D333A',
    ink: '#ECEAE5',
    second: '#C3C4C4',
    muted: '#989DA4',
    accent: '#7DB2EE',
    accentTint: '#1E2E40',
    warning: '#E7A05B',
    warningTint: '#33261A',
    danger: '#F08A80',
    dangerTint: '#3A211F',
    standing: ['#666D75', '#7A8797', '#7289AC', '#7FA4DA', '#96B8E8', '#B6D0F5', '#E6F0FF'],
  },
  'light-more': {
    paper: '#FAF9F6',
    surface: '#FFFFFF',
    sunken: '#F3F1EC',
    line: '#8B877D',
    ink: '#000000',
    second: '#2C3036',
    muted: '#4A4F57',
    accent: '#12457D',
    accentTint: '#E6EFF8',
    warning: '#703603',
    warningTint: '#FBEFE2',
    danger: '#7D1717',
    dangerTint: '#FAE9E7',
    standing: ['#6B7078', '#5D6C84', '#4C6797', '#3A63A0', '#2A5694', '#1B4280', '#0B2450'],
  },
  'dark-more': {
    paper: '#121518',
    surface: '#1A1E22',
    sunken: '#15181C',
    line: '#737B85',
    ink: '#FFFFFF',
    second: '#DCDCDA',
    muted: '#C3C4C4',
    accent: '#A9CDF6',
    accentTint: '#1E2E40',
    warning: '#F3BD8A',
    warningTint: '#33261A',
    danger: '#F8B3AC',
    dangerTint: '#3A211F',
    standing: ['#8A9199', '#94A1B1', '#8FA5C8', '#97B8E8', '#AAC8F2', '#C4DAF8', '#F0F6FF'],
  },
};

/** The ink of what was only before, where two states are compared; what is only after has the accent. */
export const INK_BEFORE: Readonly<Record<Scheme, string>> = { light: '#8F5412', dark: '#E7A05B', 'light-more': '#5F3507', 'dark-more': '#F3BD8A' };

/** Dash pattern by rank; an empty one is solid. It shows the standing without colour. */
export const DASHES: readonly (readonly number[])[] = [[1, 5], [2, 4], [7, 4], [14, 4], [14, 3, 5, 3], [14, 3, 2, 3], []];

/** Width of an edge in px by origins at its standing: a hairline for none, then 2, 3, 4, 5. */
export function widthOf(originsAtStanding: number): number {
  return originsAtStanding <= 0 ? 1 : Math.min(originsAtStanding, 4) + 1;
}
