/** Files of results: lines of CSV, and files that are written whole or not at all. */
package io.github.remanence.validate.file;
