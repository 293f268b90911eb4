/**
 * Device models as JSON files. Needs Jackson 3 ({@code tools.jackson.core:jackson-databind}) at run
 * time; the rest of the library does not.
 */
package io.github.remanence.kernel.json;
