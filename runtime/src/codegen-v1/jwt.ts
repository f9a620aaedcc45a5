/** What generated servers use to check tokens. Needs `jose`. */
export { type JwtCheck, type JwtClaims, type JwtRefusal, type JwtVerdict, jwtCheck } from "../jwt/jwtCheck.ts";
export type { JwtAlgorithm, JwtKey, JwtOptions } from "../jwt/jwtOptions.ts";
