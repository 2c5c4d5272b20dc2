import { Component, type ReactNode } from 'react'
import { Link } from 'wouter'
import { part } from '@/controls/part'
import { messages } from '@/messages'

const Near = part(() => import('@/gallery/gallery').then((m) => m.Near))

/** One clear sentence and a way on. `meant`: what the visitor looked for; demos with similar names are offered. */
export function ErrorPage({ message, meant, onRetry }: { message: string; meant?: string; onRetry?: () => void }) {
  return (
    <main className="error-page" id="main">
      <h1>{message}</h1>
      {onRetry && (
        <button type="button" className="pill-button" onClick={onRetry}>
          {messages.tryAgain}
        </button>
      )}
      {meant && (
        <p>
          <Near query={meant} />
        </p>
      )}
      <Link href="/">{messages.backToGallery}</Link>
    </main>
  )
}

/** A developer's mistake in a picture breaks the page but loses none of the visitor's values: they are in the address. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false }
  static getDerivedStateFromError() {
    return { failed: true }
  }
  override componentDidCatch(error: unknown) {
    console.error(error)
  }
  override render() {
    return this.state.failed ? <ErrorPage message={messages.crashed} onRetry={() => location.reload()} /> : this.props.children
  }
}
