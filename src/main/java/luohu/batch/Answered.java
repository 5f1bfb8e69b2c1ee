package luohu.batch;

/**
 * The output for some lines of a batch that follow each other.
 *
 * @param text a line of output for each, line ends included
 * @param tally what became of them
 * @param reached how far in the input they go; null while the end of the last is still to be seen
 */
record Answered(byte[] text, Tally tally, Position reached) {}
