import type { Tour } from '@/lecture/tour'

export default {
  slides: [
    {
      title: 'More of what was asked for',
      text: 'A model that only obeys leaks to the neighbours. So samplers push towards what was asked, and with a strong push colours burn.',
      demo: 'apg',
      query: 'step=burnt',
      notes: 'Ask first what the room would do: most will lower the push. Then show what that costs.',
    },
    {
      title: 'A push has two parts',
      text: 'Weaker is no cure: what was asked is lost. But the push can be taken apart, into a stretch and a turn.',
      demo: 'apg',
      query: 'step=fold',
    },
    {
      title: 'Pictures, not dots',
      text: 'The same with pictures: what is lost under strong guidance is not detail but the dull ones.',
      demo: 'apg',
      query: 'step=pictures',
    },
    {
      title: 'Why nearly all of it stretches',
      text: 'How can a push towards a hue have so little to do with hue? Look at what the two predictions are when there is much noise.',
      demo: 'apg',
      query: 'step=away',
    },
    {
      title: 'Where the cure fails',
      text: 'The stretch was measured from grey. The cure is as good as this choice.',
      demo: 'apg',
      query: 'step=grey',
    },
    {
      title: 'Another artifact',
      text: 'Strong guidance makes a second kind of fault, and it looks alike: values far outside of the data. This time the push is innocent.',
      demo: 'momentum-sampling',
      query: 'step=artifacts',
    },
    {
      title: 'A step too far',
      text: 'A push makes the path steeper, and each solver has an edge beyond which a steep path is not followed but left.',
      demo: 'momentum-sampling',
      query: 'step=fence',
    },
    {
      title: 'Momentum moves the edge',
      text: 'More steps cost calls of the network. An average over the past costs none, and the edge is farther out.',
      demo: 'momentum-sampling',
      query: 'step=momentum',
    },
    {
      title: 'What it costs',
      text: 'What is gained at the edge is paid in accuracy, unless the averages are combined after.',
      demo: 'momentum-sampling',
      query: 'step=price',
    },
    {
      title: 'Not every momentum',
      text: 'A remedy for a steep path can be too weak: the same method with other numbers does nothing.',
      demo: 'momentum-sampling',
      query: 'step=no-cure',
    },
    {
      title: 'Momentum, backwards',
      text: 'Both papers use an average of the past. The first one wants it negative: it takes back what the push repeats.',
      demo: 'apg',
      query: 'step=memory',
    },
    {
      title: 'What the papers found',
      text: 'At twice the usual guidance: no burnt colours with one cure. The other one keeps few steps from throwing samples out.',
      demo: 'apg',
      query: 'step=strong',
    },
  ],
} satisfies Tour
