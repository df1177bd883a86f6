import { useState } from 'preact/hooks'
import { withQuery } from '../api.ts'
import type { Product } from '../desk/circumstances-form.tsx'
import { Guide } from '../desk/guide.tsx'
import { PlayedTalk } from '../desk/played-talk.tsx'
import { Watch } from '../desk/watch.tsx'
import { kept } from '../kept.ts'
import { Tabs } from '../parts/tabs.tsx'
import { useSession, useWords } from '../session.ts'
import { useRead } from '../use-read.ts'
import { DESK } from '../words/desk.ts'
import { GUIDE_STEPS } from '../words/guide.ts'
import '../styles/answer.css'
import '../styles/desk.css'

const keptTour = kept('local', 'huashu-tour')
const MOST = 6

/** Several conversations side by side: played here, or real ones that are watched. A first visit begins with a tour. */
export default function Desk({ part }: { readonly part: string }) {
  const { language, store } = useSession()
  const words = useWords(DESK)
  const [talks, setTalks] = useState<readonly number[]>([1])
  const [step, setStep] = useState(() => (keptTour.read() === 'seen' ? -1 : 0))
  const goods = useRead<{ products: Product[] }>(withQuery('/v1/products', { limit: 200, store: store?.id }))
  const products = goods.data?.products ?? []
  const [isPlaying, setPlaying] = useState(true)
  const steps = GUIDE_STEPS[language]
  const isToured = step >= 0 && part !== 'watch' && products.length > 0

  function endTour() {
    keptTour.write('seen')
    setStep(-1)
  }
  function goTo(next: number) {
    setPlaying(true)
    setStep(next)
  }
  function startTour() {
    setTalks([Math.max(...talks) + 1])
    goTo(0)
  }

  return (
    <>
      <div class="bar">
        <h1>{words[part === 'watch' ? 'watch' : 'play']}</h1>
        <Tabs page="desk" at={part === 'watch' ? 'watch' : ''} tabs={{ '': words.play, watch: words.watch }} />
        {part !== 'watch' && (
          <div class="row">
            <button type="button" class="quiet" onClick={startTour}>
              {words.guide}
            </button>
            <button
              type="button"
              disabled={talks.length >= MOST}
              onClick={() => setTalks([...talks, Math.max(...talks) + 1])}
            >
              + {words.add}
            </button>
          </div>
        )}
      </div>
      {part === 'watch' ? (
        <Watch />
      ) : (
        <>
          {isToured && (
            <Guide steps={steps} at={step} isPlaying={isPlaying} next={() => goTo(step + 1)} end={endTour} />
          )}
          <div class={`talks ${talks.length > 1 ? 'several' : ''}`}>
            {talks.map((number, i) => (
              <PlayedTalk
                key={number}
                number={number}
                products={products}
                step={isToured && i === 0 ? steps[step] : undefined}
                played={() => setPlaying(false)}
                corner={
                  talks.length > 1 && (
                    <button
                      type="button"
                      class="quiet close"
                      aria-label={`${words.remove} ${number}`}
                      onClick={() => setTalks(talks.filter((one) => one !== number))}
                    >
                      ✕
                    </button>
                  )
                }
              />
            ))}
          </div>
        </>
      )}
    </>
  )
}
