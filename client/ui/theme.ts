/** Mantine's theme with the tokens of this product, so that menus, dialogs and tooltips look like the rest. */
import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

const blue: MantineColorsTuple = ['#E6EFF8', '#CFE0F2', '#A5C5E6', '#7DB2EE', '#4F8ECB', '#2E73B8', '#1D5FA8', '#174F8D', '#123F70', '#0D2F54'];

/** What Mantine draws of its own in the dark (menus, hovered rows, overlays), from ink to paper: the tokens of that scheme, not its neutral greys. */
const dark: MantineColorsTuple = ['#ECEAE5', '#C3C4C4', '#A9ADB2', '#989DA4', '#2D333A', '#252A30', '#1A1E22', '#1A1E22', '#15181C', '#121518'];

export const theme = createTheme({
  fontFamily: 'var(--sans)',
  fontSizes: { xs: '11.5px', sm: '12.5px', md: '13.5px', lg: '15px', xl: '18px' },
  headings: { fontFamily: 'var(--serif)' },
  primaryColor: 'blue',
  primaryShade: { light: 6, dark: 3 },
  autoContrast: true,
  colors: { blue, dark },
  defaultRadius: 8,
  respectReducedMotion: true,
});

const variables = {
  '--mantine-color-body': 'var(--surface)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--muted)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--sunken)',
  '--mantine-color-default-border': 'var(--line)',
  '--mantine-color-anchor': 'var(--accent)',
  '--mantine-color-error': 'var(--danger)',
};
export const resolver: CSSVariablesResolver = () => ({ variables: {}, light: variables, dark: variables });
