/** What generated servers use to check tokens. Needs `jose`. */
export { jwtCheck } from "../jwt/jwtCheck.ts";
export type { JwtAlgorithm, JwtKey, JwtOptions } from "../jwt/jwtOptions.ts";
export { type JwtClaims, type JwtRefusal, type JwtVerdict, type JwtVerifier, jwtVerifier } from "../jwt/jwtVerifier.ts";
