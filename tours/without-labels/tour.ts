import type { Tour } from '@/lecture/tour'

export default {
  slides: [
    {
      title: 'A task that can be cheated at',
      text: 'Two views of a picture are to get the same place. Nothing else is asked, and nobody says what is in the picture.',
      demo: 'embedding-dynamics',
      query: 'step=collapse',
      notes: 'Let the room say what a lazy network would do, before anything is played.',
    },
    {
      title: 'Who drags the pictures together?',
      text: 'No force acts between two pictures. Still they run together, so something else carries them.',
      demo: 'embedding-dynamics',
      query: 'step=free',
    },
    {
      title: 'The same cheat among stars',
      text: 'Another method lets each view choose among a few stars, and one view has to predict the choice of the other. The cheat is there again.',
      demo: 'swav',
      query: 'step=collapse',
    },
    {
      title: 'First way: fair shares',
      text: 'One way out is a rule about the whole batch: no star may have more than its share.',
      demo: 'swav',
      query: 'step=sinkhorn',
    },
    {
      title: 'What the rule costs',
      text: 'Shares are only fair within a batch. How large must it be, and what does a step cost then?',
      demo: 'swav',
      query: 'step=cost',
    },
    {
      title: 'Fair, and empty',
      text: 'A rule against cheating can be kept and still say nothing.',
      demo: 'swav',
      query: 'step=softness',
    },
    {
      title: 'Second way: a target that lags',
      text: 'Without any rule one can compare with an older copy of oneself. It gives time, but how much?',
      demo: 'embedding-dynamics',
      query: 'step=delay',
    },
    {
      title: 'Third way: a force that spreads',
      text: 'Let the cloud collapse first, and then push it apart along its own directions.',
      demo: 'embedding-dynamics',
      query: 'step=rescue',
    },
    {
      title: 'Is it full now?',
      text: 'All directions are in use. That is a number, and numbers can be met in more than one way.',
      demo: 'embedding-dynamics',
      query: 'step=octant',
    },
    {
      title: 'What has been learned?',
      text: 'Leave the whole pictures and look at their patches: point at one, and ask for those that are alike.',
      demo: 'masked-momentum-contrast',
      query: 'step=salt',
    },
    {
      title: 'Compare what a network sees',
      text: 'The same patch, compared by features of a network that was told nothing about objects.',
      demo: 'masked-momentum-contrast',
      query: 'step=features',
    },
    {
      title: 'Three signals, one by one',
      text: 'It was trained by three signals at once. One of them does most of the work, and spoils something.',
      demo: 'masked-momentum-contrast',
      query: 'step=masked',
    },
    {
      title: 'Where it fails',
      text: 'What is the same in both views is learned, whether it belongs to the object or not.',
      demo: 'masked-momentum-contrast',
      query: 'step=light',
      notes: 'Close with the questions of the tour; the last one has no single right answer.',
    },
  ],
} satisfies Tour
