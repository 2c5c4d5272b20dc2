// The pictures, by the names that the demo gives them.
import { defineViews } from '@/contract'
import type demo from './demo'
import { contests } from './views/contests'
import { film } from './views/film'
import { distances, ranking } from './views/pixels'
import { plane } from './views/plane'
import { response } from './views/response'
import { growth, loss } from './views/training'
import { worlds } from './views/worlds'

export default defineViews<typeof demo>({ film, response, worlds, plane, contests, ranking, distances, growth, loss })
