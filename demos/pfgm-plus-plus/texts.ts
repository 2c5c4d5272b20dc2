// Texts of the views and words in the pictures.

export const views = {
  space: {
    title: 'Field lines above the floor',
    note: 'height: noise level σ',
    alt: 'Charges on a floor and field lines that rise from them to the height {sigmaMax}, for D = {D} and for diffusion. {n} particles at the height {sigma}: {landed} % of them within 0.02 of a charge.',
  },
  strip: {
    title: 'The half plane above a line',
    note: 'shade: density of particles at each height',
    alt: 'A line with charges, and above it, up to the noise level {sigmaMax}, field lines for D = {D} and for diffusion, arrows of the field, and its density at each height. Particles stand at the height {sigma}.',
  },
  above: {
    title: 'From above',
    note: 'at the noise level σ = {sigma}',
    alt: 'A hundred thousand particles in the plane at the noise level {sigma}, for D = {D}, and the charges that they come to.',
  },
  gap: {
    title: 'How far from diffusion',
    note: 'the traced paths at σ = 0.5',
    alt: 'Distance between the traced paths of D and of diffusion at σ = 0.5 against D, both logarithmic, with a line of slope −1. For D = {D} it is {gap}.',
  },
  kernel: {
    title: 'How starts are spread',
    note: 'one coordinate over σ, log scale',
    alt: 'Density of one coordinate of the starts over the start height, on a logarithmic scale: a Student t with D = {D} degrees of freedom, beside the normal density, with the share of the particles as dots.',
  },
  radii: {
    title: 'How long noise is',
    note: 'in {N} dimensions; each curve to its own height',
    alt: 'Densities of ln of the radius over σ√N for D = 1, 8, 128, 2048 and ∞ in {N} dimensions, the one of D = {D} with a histogram of radii drawn and lengthened by injected noise α = {alpha}.',
  },
  surprise: {
    title: 'Surprise at noise that is too long',
    note: 'in standard deviations of ln R',
    alt: 'Surprise Z against D for {N} dimensions and injected noise {alpha}. For D = {D} it is {surprise}.',
  },
}

export const words = {
  diffusion: 'diffusion, D = ∞',
  diffusionShort: 'D = ∞',
  charges: 'charges: the data',
  crowd: '100,000 particles',
  half: 'half of all starts',
  same: 'the two paths are the same',
  computing: 'computing…',
  slope: 'slope −1',
  normal: 'normal density',
  student: 'Student t',
  particles: 'dots: particles',
  injected: 'with injected noise',
  drawn: 'bars: radii drawn',
  axisD: 'extra dimensions, D',
  axisPlace: 'x',
  axisHeight: 'σ',
  axisTrue: 'σ = r',
  axisSpread: 'coordinate / σ',
  axisRadius: 'ln (radius / σ√N)',
}
