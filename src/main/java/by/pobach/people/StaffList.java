package by.pobach.people;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Everyone who works or worked here, as read at one moment.
 *
 * @param employed those who work here now, sorted by surname as Belarusian dictionaries do (І before Й, Ў after У, Ё after Е)
 */
record StaffList(List<StaffMember> employed, Map<UUID, StaffMember> byId, Set<UUID> here) {

    /** A person, and whether they work here now. */
    record Row(StaffMember member, boolean employed) {}

    static StaffList of(List<Row> rows) {
        return new StaffList(
                rows.stream()
                        .filter(Row::employed)
                        .map(Row::member)
                        .sorted(bySurname())
                        .toList(),
                rows.stream()
                        .map(Row::member)
                        .collect(Collectors.toUnmodifiableMap(StaffMember::id, Function.identity())),
                rows.stream()
                        .filter(Row::employed)
                        .map(row -> row.member().id())
                        .collect(Collectors.toUnmodifiableSet()));
    }

    static Comparator<StaffMember> bySurname() {
        Collator collator = Collator.getInstance(new ULocale("be"));
        Comparator<StaffMember> bySurname =
                Comparator.comparing(member -> surnameFirst(member.name().be()), collator::compare);
        return bySurname.thenComparing(StaffMember::id);
    }

    private static String surnameFirst(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFC);
        return plain.substring(plain.lastIndexOf(' ') + 1) + " " + plain;
    }
}
