import {
  Button,
  createTheme,
  type CSSVariablesResolver,
  Drawer,
  Modal,
  PasswordInput,
  Select,
  TextInput,
  Tooltip,
} from '@mantine/core';

/** Mantine's parts in our dress. Every colour is a token of tokens.css, which follows the system. */
export const theme = createTheme({
  fontFamily: 'var(--sw-font)',
  fontFamilyMonospace: 'var(--sw-mono)',
  headings: { fontFamily: 'var(--sw-font)', fontWeight: '600' },
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  lineHeights: { sm: '1.4', md: '1.5' },
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '12px' },
  defaultRadius: 'sm',
  primaryColor: 'ink',
  primaryShade: { light: 7, dark: 5 },
  autoContrast: true,
  cursorType: 'default',
  focusRing: 'auto',
  respectReducedMotion: true,
  colors: {
    ink: [
      '#edf3fc',
      '#d9e5f7',
      '#b3c9ec',
      '#8cade2',
      '#7aa2e3',
      '#7aa5ee',
      '#3f70c4',
      '#2a5ab0',
      '#234c96',
      '#1b3b76',
    ],
  },
  components: {
    Button: Button.extend({ defaultProps: { size: 'sm' } }),
    TextInput: TextInput.extend({ defaultProps: { size: 'sm' } }),
    PasswordInput: PasswordInput.extend({ defaultProps: { size: 'sm' } }),
    Select: Select.extend({
      defaultProps: { size: 'sm', allowDeselect: false, checkIconPosition: 'right' },
    }),
    Tooltip: Tooltip.extend({
      defaultProps: { openDelay: 300, events: { hover: true, focus: true, touch: true } },
    }),
    Modal: Modal.extend({ defaultProps: { transitionProps: { duration: 120 } } }),
    Drawer: Drawer.extend({ defaultProps: { transitionProps: { duration: 140 } } }),
  },
});

const shared = {
  '--mantine-color-body': 'var(--sw-surface)',
  '--mantine-color-text': 'var(--sw-text)',
  '--mantine-color-dimmed': 'var(--sw-dim)',
  '--mantine-color-default': 'var(--sw-surface)',
  '--mantine-color-default-hover': 'var(--sw-hover)',
  '--mantine-color-default-color': 'var(--sw-text)',
  '--mantine-color-default-border': 'var(--sw-border-strong)',
  '--mantine-color-placeholder': 'var(--sw-dim)',
  '--mantine-color-error': 'var(--sw-red-text)',
  '--mantine-color-anchor': 'var(--sw-accent)',
};

/** Both schemes resolve to the same tokens; tokens.css gives them their values. */
export const tokensOverMantine: CSSVariablesResolver = () => ({
  variables: {},
  light: shared,
  dark: shared,
});
