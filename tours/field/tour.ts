import type { Tour } from '@/lecture/tour'

export default {
  slides: [
    {
      title: 'Carried by a flow',
      text: 'A field of arrows carries noise into data. If the arrows are a little wrong, who corrects the points?',
      demo: 'stochastic-interpolants',
      query: 'step=carry',
    },
    {
      title: 'Where the field comes from',
      text: 'Take one sample of noise and one of the data, and mix them. All fields of this tour are averages over such pairs.',
      demo: 'stochastic-interpolants',
      query: 'step=pair',
    },
    {
      title: 'Follow the mean',
      text: 'At each place and time many pairs pass. Their mean velocity is enough to carry the whole cloud.',
      demo: 'stochastic-interpolants',
      query: 'step=flow',
    },
    {
      title: 'The same cloud, another way',
      text: 'Add noise and take back what it does: each path is wild now, and the cloud is the same at all times.',
      demo: 'stochastic-interpolants',
      query: 'step=wild',
    },
    {
      title: 'Noise forgets',
      text: 'A wrong arrow is remembered by the smooth path and forgotten by the wild one.',
      demo: 'stochastic-interpolants',
      query: 'step=errors',
    },
    {
      title: 'A field with sources',
      text: 'There is an older picture of such a field. Let each data point be an electric charge on a floor, and follow the lines.',
      demo: 'pfgm-plus-plus',
      query: 'step=charge',
    },
    {
      title: 'Electrostatics becomes diffusion',
      text: 'With more and more directions above the floor, the lines of the charges turn into the paths of a diffusion model.',
      demo: 'pfgm-plus-plus',
      query: 'step=tulip',
    },
    {
      title: 'Steps of a solver',
      text: 'The wild path has to be walked in small steps.',
      demo: 'stochastic-interpolants',
      query: 'step=steps',
    },
    {
      title: 'Few steps, and points outside',
      text: 'A true field can still be followed wrongly: with few steps the solver throws points where no data are.',
      demo: 'momentum-sampling',
      query: 'step=artifacts',
    },
    {
      title: 'A field that is bent on purpose',
      text: 'Guidance adds a push to the field: more of what was asked for. Too much of it burns the picture.',
      demo: 'apg',
      query: 'step=burnt',
    },
    {
      title: 'Which part of the push burns',
      text: 'Nearly all of the push stretches the picture along itself; only the rest turns it.',
      demo: 'apg',
      query: 'step=away',
    },
    {
      title: 'One family',
      text: 'Flows, diffusion models and the paths between them are one family with a few choices.',
      demo: 'stochastic-interpolants',
      query: 'step=bridge',
    },
  ],
} satisfies Tour
