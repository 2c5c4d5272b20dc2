interface SelectProps<T extends string> {
  label: string
  value: T
  options: readonly T[]
  /** Texts of the options; default: themselves. */
  names?: Readonly<Record<string, string>>
  onChange(value: T): void
}
/** A choice in a dialog. */
export function Select<T extends string>({ label, value, options, names, onChange }: SelectProps<T>) {
  return (
    <label>
      <span>{label}</span>
      <select value={value} onChange={(event) => onChange(event.target.value as T)}>
        {options.map((option) => (
          <option key={option} value={option}>
            {names?.[option] ?? option}
          </option>
        ))}
      </select>
    </label>
  )
}
