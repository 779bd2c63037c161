import {
  Button,
  createTheme,
  type CSSVariablesResolver,
  Drawer,
  InputWrapper,
  Menu,
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
  primaryShade: { light: 7, dark: 6 },
  cursorType: 'default',
  focusRing: 'auto',
  respectReducedMotion: true,
  colors: {
    // The greys of tokens.css, for Mantine's parts that reach past its variables (skeletons, switches).
    dark: [
      '#e5e9ef',
      '#c3cbd6',
      '#9ba7b6',
      '#6b7786',
      '#39424e',
      '#2c333d',
      '#252b34',
      '#1d2229',
      '#191e24',
      '#14181d',
    ],
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
    InputWrapper: InputWrapper.extend({
      classNames: { label: 'sw-label', description: 'sw-description' },
    }),
    Button: Button.extend({ defaultProps: { size: 'sm' } }),
    TextInput: TextInput.extend({ defaultProps: { size: 'sm' } }),
    PasswordInput: PasswordInput.extend({ defaultProps: { size: 'sm' } }),
    Select: Select.extend({
      // Mantine's own scroll area keeps a frame loop running for ever when its list closes while it scrolls.
      defaultProps: {
        size: 'sm',
        allowDeselect: false,
        checkIconPosition: 'right',
        withScrollArea: false,
      },
    }),
    Menu: Menu.extend({
      defaultProps: {
        withinPortal: false,
        floatingStrategy: 'fixed',
        withInitialFocusPlaceholder: false,
      },
    }),
    Tooltip: Tooltip.extend({
      defaultProps: { openDelay: 300, events: { hover: true, focus: true, touch: true } },
    }),
    // The page itself never scrolls, and the lock would add a style that carries no nonce.
    Modal: Modal.extend({
      defaultProps: { lockScroll: false, transitionProps: { duration: 120 } },
    }),
    Drawer: Drawer.extend({
      defaultProps: { lockScroll: false, transitionProps: { duration: 140 } },
    }),
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
  // Light and subtle buttons: of the palette's blue alone they were near black, or white, in the dark.
  '--mantine-color-ink-light': 'var(--sw-selected)',
  '--mantine-color-ink-light-hover': 'var(--sw-hover)',
  '--mantine-color-ink-light-color': 'var(--sw-accent)',
};

/** Both schemes resolve to the same tokens; tokens.css gives them their values. */
export const tokensOverMantine: CSSVariablesResolver = () => ({
  variables: {},
  light: shared,
  dark: shared,
});
