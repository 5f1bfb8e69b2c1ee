package luohu.service;

/**
 * Why no package decides, where an answer has a place for it.
 *
 * @param code the code of the problem that an evaluation would meet
 * @param text the reason for people, such as when the last package lapsed
 */
public record Absence(String code, String text) {}
