package dev.winback.letter;

/**
 * How a letter shows a picture or hands out a download: its whole address, the words for whoever
 * does not see it, and its size in the letter; 0 wide is not shown.
 */
public record FileLink(String url, String words, int width, int height) {

  static FileLink of(LetterFile file, String base) {
    return new FileLink(base + file.path(), file.words(), file.shownWidth(), file.shownHeight());
  }
}
