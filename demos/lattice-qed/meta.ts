import type { Meta } from '@/contract'

export default {
  slug: 'lattice-qed',
  title: 'Strings of light on a lattice',
  topics: ['learnedPhysics'],
  tags: ['lattice gauge theory', 'quantum electrodynamics', 'Gauss’s law', 'string breaking', 'confinement', 'flow'],
  aliases: [
    'lattice QED',
    'Kogut-Susskind Hamiltonian',
    'Gauge-Fermion FlowNet',
    'neural quantum states',
    'discretised flow',
    'exact diagonalisation',
    'Lanczos',
    'charge crystal',
  ],
  summary:
    'Pull two charges apart: the string of electric field between them costs energy by its length, until it pays to tear a new pair of charges out of the vacuum.',
  lede: 'On a lattice, electric field comes in whole units and ends only on charges. States are made of charges and closed loops, so that this law cannot be broken. Drag the two charges apart, press a square to add a loop, and press a link to see a bare unit of field refused.',
  paper: {
    title: 'Simulating 2+1D Lattice Quantum Electrodynamics at Finite Density with Neural Flow Wavefunctions',
    authors: ['Zhuo Chen', 'Di Luo', 'Kaiwen Hu', 'Bryan K. Clark'],
    year: 2022,
    url: 'https://arxiv.org/abs/2212.06835',
  },
} satisfies Meta
