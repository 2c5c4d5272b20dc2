// A picture that cannot be drawn does not take the page with it.
import { Component, type ReactNode } from 'react'
import { messages } from '@/messages'

interface Props {
  /** What is drawn: with the next one there is another try. */
  of: unknown
  children: ReactNode
}

export class Guarded extends Component<Props, { failed: boolean }> {
  override state = { failed: false }
  static getDerivedStateFromError() {
    return { failed: true }
  }
  override componentDidCatch(error: unknown) {
    console.error(error)
  }
  override componentDidUpdate({ of }: Props) {
    if (this.state.failed && of !== this.props.of) this.setState({ failed: false })
  }
  override render() {
    if (!this.state.failed) return this.props.children
    return (
      <p className="missing" role="alert">
        {messages.notDrawn}
      </p>
    )
  }
}
