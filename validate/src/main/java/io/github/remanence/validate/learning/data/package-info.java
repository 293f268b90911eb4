/**
 * Labelled images in IDX files: MNIST, and what has its form.
 *
 * <p>Start with {@link io.github.remanence.validate.learning.data.DataSet}.
 */
package io.github.remanence.validate.learning.data;
