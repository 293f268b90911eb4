/** What a study found: mean and standard deviation over the seeds, and the files of results. */
package io.github.remanence.validate.learning.results;
