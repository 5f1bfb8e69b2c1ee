// Three-valued conditions; what is unknown is null or absent, and null comes out.

export const is = (value, wanted) => (value == null ? null : value === wanted);
export const has = (values, wanted) => (values == null || wanted == null ? null : values.includes(wanted));
export const all = (...parts) => (parts.includes(false) ? false : parts.includes(null) ? null : true);
export const any = (...parts) => (parts.includes(true) ? true : parts.includes(null) ? null : false);
