import { Component, type ReactNode } from 'react';

interface Props {
  readonly children: ReactNode;
  readonly fallback: (again: () => void) => ReactNode;
}

/** Keeps a bug in one screen from taking the window with it. */
export class ErrorBoundary extends Component<Props, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    const again = () => {
      this.setState({ broken: false });
    };
    return this.state.broken ? this.props.fallback(again) : this.props.children;
  }
}
