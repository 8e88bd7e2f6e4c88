package dev.linkwright.ffm;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;

/// What a class declares as constants of one type, however private: what is compared with the C headers.
public final class DeclaredConstants {
    private DeclaredConstants() {}

    public static List<Field> fields(Class<?> type, Class<?> kind) {
        List<Field> statics = new ArrayList<>();
        for (Field field : type.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) && field.getType() == kind) {
                statics.add(field);
            }
        }
        return statics;
    }

    public static <T> T value(Field field, Class<T> kind) {
        try {
            field.setAccessible(true);
            return kind.cast(field.get(null));
        } catch (IllegalAccessException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    public static <T> List<T> values(Class<?> type, Class<T> kind) {
        return fields(type, kind).stream().map(field -> value(field, kind)).toList();
    }
}
