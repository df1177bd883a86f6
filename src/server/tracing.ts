import { type Attributes, type Span, SpanStatusCode, trace } from '@opentelemetry/api'

// OpenTelemetry's interface without its implementation: whoever wants traces loads an SDK into the process (docs/observability.md); without one a span is a
// call that does nothing. Spans carry ids, counts and outcomes, never what people wrote.

const tracer = trace.getTracer('huashu')

/** A span that its caller ends. `attributes` is asked for only when somebody records. */
export function openSpan(name: string, attributes?: () => Attributes): Span {
  const span = tracer.startSpan(name)
  if (attributes && span.isRecording()) span.setAttributes(attributes())
  return span
}

/** Runs `work` in a span; `outcome` names what came of it. */
export function traced<T>(name: string, work: () => T, outcome?: (result: T) => Attributes): T {
  return tracer.startActiveSpan(name, (span) => {
    try {
      const result = work()
      if (outcome && span.isRecording()) span.setAttributes(outcome(result))
      return result
    } catch (error) {
      failSpan(span, error)
      throw error
    } finally {
      span.end()
    }
  })
}

/** Marks a span as failed, by the kind of the error: its words may quote somebody. */
export function failSpan(span: Span, error: unknown): void {
  span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.name : typeof error })
}
