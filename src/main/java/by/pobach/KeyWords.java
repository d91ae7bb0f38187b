package by.pobach;

import java.nio.file.Path;
import java.util.Set;

/** What is said about the master key at the terminal, in the three languages: whoever reads it is in trouble. */
final class KeyWords {
    private KeyWords() {}

    static String missing(Path file, Set<Long> numbers) {
        return """
                Няма галоўнага ключа %1$s у файле %2$s. Без яго не адкрыць тое, што расказалі сем’і. Пакладзіце сюды файл, які вы захавалі асобна ад копіі, і запусціце Pobach зноў. Новы ключ старых звестак не адкрые.
                Нет главного ключа %1$s в файле %2$s. Без него не открыть то, что рассказали семьи. Положите сюда файл, который вы сохранили отдельно от копии, и запустите Pobach снова. Новый ключ старых данных не откроет.
                Master key %1$s is not in the file %2$s. Without it nothing that families told can be opened. Put back the file that you keep apart from the backup, and start Pobach again. A new key does not open old data.""".formatted(list(numbers), file);
    }

    static String damaged(Path file) {
        return """
                Файл галоўнага ключа %1$s пашкоджаны. Пакладзіце на яго месца копію, якую вы захавалі асобна.
                Файл главного ключа %1$s повреждён. Положите на его место копию, которую вы сохранили отдельно.
                The master key file %1$s is damaged. Put the copy that you keep apart in its place.""".formatted(file);
    }

    static String keepApart(Path file) {
        return """
                Галоўнага ключа ў копіі няма: захавайце файл %1$s асобна, у іншым месцы. Без яго з копіі не адкрыць тое, што расказалі сем’і.
                Главного ключа в копии нет: сохраните файл %1$s отдельно, в другом месте. Без него из копии не открыть то, что рассказали семьи.
                The master key is not in the backup: keep the file %1$s apart, in another place. Without it what families told cannot be opened from the backup.""".formatted(file);
    }

    static String list(Set<Long> numbers) {
        return String.join(", ", numbers.stream().map(String::valueOf).toList());
    }
}
